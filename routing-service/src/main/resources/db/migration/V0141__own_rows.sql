-- The barrier behind the conditions of the statements (decision 0064): what a statement shows that lacks its own.
alter table triage_entry enable row level security;
create policy all_rows on triage_entry to ${all_role} using (true);
create policy own_rows on triage_entry to ${own_role} using (territory in (select own_territories()));
grant select, update on triage_entry to ${own_role};

-- Written by a step on an entry, and read by nobody who is limited to rows.
alter table journal enable row level security;
create policy all_rows on journal to ${all_role} using (true);
create policy own_rows on journal for insert to ${own_role} with check (true);
create policy replication on journal for select to ${replication_role} using (true);
grant insert on journal to ${own_role};

grant select on territory, term, organization, service, directory_version to ${own_role};
-- To read it for share; this column cannot change.
grant update (only_row) on directory_version to ${own_role};
