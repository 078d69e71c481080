-- What happened to cases, for those who are told: a copy of okno.cases in the order in which it came. Nothing of a person.
create table notification (
  position   bigint generated always as identity primary key,
  event_id   uuid not null unique,
  type       text not null,
  at         timestamptz not null,
  request_id uuid not null,
  need_id    uuid,
  agencies   text[] not null,
  channel    text not null,
  territory  text not null
);

create index notification_by_time on notification (at);

-- Where a channel or an agency wants to be told.
create table subscription (
  id              uuid primary key,
  agency_id       text,
  channel         text,
  url             text not null,
  -- It signs what is sent, so it cannot be a hash.
  secret          text not null,
  types           text[] not null,
  created_at      timestamptz not null,
  disabled_at     timestamptz,
  disabled_reason text check (disabled_reason in ('gone', 'down')),
  check ((agency_id is null) <> (channel is null)),
  unique nulls not distinct (agency_id, channel, url)
);

-- What is still to be sent; what was delivered is removed.
create table delivery (
  subscription_id uuid not null references subscription on delete cascade,
  position        bigint not null references notification,
  request_id      uuid not null,
  attempts        int not null,
  next_at         timestamptz not null,
  -- While an attempt is made; one whose process was killed is made again afterwards.
  leased_until    timestamptz,
  primary key (subscription_id, position)
);

-- The first of each case comes first, and the others wait for it.
create index delivery_of_case on delivery (subscription_id, request_id, position);
create index delivery_due on delivery (subscription_id, next_at);
create index delivery_of_notification on delivery (position);

alter table notification enable row level security;
create policy all_rows on notification to ${all_role} using (true);
create policy own_rows on notification for select to ${own_role} using (
  (select permitted('agency')) = any (agencies)
  or channel = (select permitted('channel'))
  or territory in (select own_territories()));
grant select on notification to ${own_role};

alter table subscription enable row level security;
create policy all_rows on subscription to ${all_role} using (true);
create policy own_rows on subscription to ${own_role} using (
  agency_id = (select permitted('agency')) or channel = (select permitted('channel')));
grant select, insert, update, delete on subscription to ${own_role};

alter table delivery enable row level security;
create policy all_rows on delivery to ${all_role} using (true);
