-- Needs that were withdrawn: whatever holds one for triage later does not wait.
create table withdrawn_need (
  need_id    uuid primary key,
  request_id uuid not null,
  withdrawal jsonb not null
);
create index withdrawn_need_by_request on withdrawn_need (request_id);

-- The service's own work: no caller reads or writes it.
alter table withdrawn_need enable row level security;
create policy all_rows on withdrawn_need to ${all_role} using (true);
