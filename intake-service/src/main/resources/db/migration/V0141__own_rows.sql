-- The barrier behind the conditions of the statements (decision 0064): what a statement shows that lacks its own.
alter table request enable row level security;
create policy all_rows on request to ${all_role} using (true);
create policy own_rows on request to ${own_role} using (channel = (select permitted('channel')));
grant select, insert on request to ${own_role};

alter table tracked_need enable row level security;
create policy all_rows on tracked_need to ${all_role} using (true);
create policy own_rows on tracked_need to ${own_role} using (exists (select from request r where r.id = request_id));
grant select on tracked_need to ${own_role};

-- Ids, keyed hashes and wrapped keys. A person is the same on every channel: whoever posts for one finds them.
alter table person enable row level security;
create policy all_rows on person to ${all_role} using (true);
create policy own_rows on person to ${own_role} using ((select permitted('channel')) is not null);
-- The right to update one column, which never changes, is the right to lock a row.
grant select, insert, delete, update (id) on person to ${own_role};

alter table journal enable row level security;
create policy all_rows on journal to ${all_role} using (true);
create policy own_rows on journal for insert to ${own_role} with check (true);
create policy replication on journal for select to ${replication_role} using (true);
grant insert on journal to ${own_role};

grant select on territory, term, channel to ${own_role};
