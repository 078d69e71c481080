-- What is planned for one person, over several needs and agencies; at most one that has not ended.
create table programme (
  id          uuid primary key,
  request_id  uuid not null,
  person_id   uuid not null,
  status      text not null check (status in ('draft', 'active', 'completed')),
  plan        jsonb not null,
  consent     jsonb,
  last_review jsonb,
  completion  jsonb,
  version     bigint not null
);

create unique index programme_of_person on programme (person_id) where status <> 'completed';
create index programme_by_case on programme (request_id, id);

-- Whoever sees its case. Read only: the service writes what the caller may do.
alter table programme enable row level security;
create policy all_rows on programme to ${all_role} using (true);
create policy own_rows on programme for select to ${own_role} using (
  exists (select from cases c where c.request_id = programme.request_id));
grant select on programme to ${own_role};
