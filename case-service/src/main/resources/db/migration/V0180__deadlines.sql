-- When agencies are open, as routing publishes it on okno.directory.
create table agency (
  id            text primary key,
  opening_hours text[] not null,
  version       bigint,
  published_at  timestamptz not null
);

-- Read where a pause ends. When an agency is open everybody may know.
grant select on agency to ${own_role};

-- A deadline that still has to be met, with its timer. What is met, or whose need is settled, is removed.
create table deadline (
  request_id uuid not null,
  need_id    uuid not null,
  kind       text not null check (kind in ('assignment', 'response', 'resolution')),
  started_at timestamptz not null,
  due_at     timestamptz not null,
  -- How much time there is, such as 30 minutes.
  amount     int not null,
  unit       text not null,
  -- When it stood still: from/to; without the last end while it does.
  pauses     text[] not null,
  -- When the next step is taken; null after the last one, and while it stands still.
  step_at    timestamptz,
  steps      int not null,
  level      int not null,
  primary key (request_id, need_id, kind)
);

-- The timers, next first.
create index deadline_by_step on deadline (step_at) where step_at is not null;

-- What was escalated, longest overdue first.
create index deadline_escalated on deadline (due_at, need_id, kind) where level > 0;

-- A deadline is read and ended with its need.
alter table deadline enable row level security;
create policy all_rows on deadline to ${all_role} using (true);
create policy own_rows on deadline to ${own_role} using (
  exists (select from need n where n.request_id = deadline.request_id and n.id = deadline.need_id
    and (n.agency_id = (select permitted('agency')) or (select permitted('territory')) is not null)));
grant select, insert, update, delete on deadline to ${own_role};
