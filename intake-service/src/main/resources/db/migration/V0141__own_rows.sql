-- The barrier behind the conditions of the statements (decision 0064): what a statement shows that lacks its own.

-- Whether an agency has a need in a request now. As the owner: the policy on needs asks for requests.
create function has_need(agency text, request uuid) returns boolean language sql stable strict security definer
  set search_path = public, pg_temp as
$$ select exists (
  select from tracked_need where request_id = has_need.request and agency_id = has_need.agency) $$;

-- Agencies open what the requests say about persons in which they have a need.
alter table request enable row level security;
create policy all_rows on request to ${all_role} using (true);
create policy own_rows on request to ${own_role} using (
  channel = (select permitted('channel')) or has_need((select permitted('agency')), id));
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

-- Whoever posts for a channel looks whether the key that wrapped a data key is retired.
grant select on retired_wrapping_key to ${own_role};

-- The head of an agency sees the accesses of its people, and who approved them; who appends is the service itself.
create function is_access_of(agency text, access uuid) returns boolean language sql stable strict security definer
  set search_path = public, pg_temp as
$$ select exists (select from access_entry e where e.id = access and e.agency = is_access_of.agency) $$;

alter table access_entry enable row level security;
create policy all_rows on access_entry to ${all_role} using (true);
create policy own_rows on access_entry for select to ${own_role} using (
  agency = (select permitted('agency')) or is_access_of((select permitted('agency')), approves));
grant select on access_entry to ${own_role};
revoke update, delete on access_entry from ${all_role};
