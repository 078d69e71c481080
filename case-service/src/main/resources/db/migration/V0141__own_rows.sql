-- The barrier behind the conditions of the statements (decision 0064): what a statement shows that lacks its own.

-- Whether an agency has a need in a case now. As the owner: the policy on needs asks the same table.
create function has_need(agency text, request uuid) returns boolean language sql stable strict security definer
  set search_path = public, pg_temp as
$$ select exists (select from need where request_id = request and agency_id = agency) $$;

alter table cases enable row level security;
create policy all_rows on cases to ${all_role} using (true);
create policy own_rows on cases to ${own_role} using (
  territory in (select own_territories()) or has_need((select permitted('agency')), request_id));
grant select, update on cases to ${own_role};

-- Of another agency's need in its case an agency sees the row; the service shows that it exists, and no more.
alter table need enable row level security;
create policy all_rows on need to ${all_role} using (true);
create policy own_rows on need to ${own_role} using (
  agency_id = (select permitted('agency'))
  or has_need((select permitted('agency')), request_id)
  or (select permitted('territory')) is not null
    and exists (select from cases c where c.request_id = need.request_id));
grant select, update on need to ${own_role};

alter table journal enable row level security;
create policy all_rows on journal to ${all_role} using (true);
create policy own_rows on journal to ${own_role} using (
  exists (select from cases c where c.request_id = event_key::uuid));
create policy replication on journal for select to ${replication_role} using (true);
grant select, insert on journal to ${own_role};

alter table erased_person enable row level security;
create policy all_rows on erased_person to ${all_role} using (true);

grant select on territory to ${own_role};
