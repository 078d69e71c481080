-- Requests that were withdrawn, each with its event: it is published again where no case has followed it.
create table withdrawal (
  request_id   uuid primary key,
  event_id     uuid not null,
  reason       text not null,
  withdrawn_at timestamptz not null
);
create index withdrawal_by_time on withdrawal (withdrawn_at);

alter table withdrawal enable row level security;
create policy all_rows on withdrawal to ${all_role} using (true);
create policy own_rows on withdrawal to ${own_role} using (exists (select from request r where r.id = request_id));
grant select, insert on withdrawal to ${own_role};
-- The right to update one column, which never changes, is the right to lock a row.
grant update (id) on request to ${own_role};
