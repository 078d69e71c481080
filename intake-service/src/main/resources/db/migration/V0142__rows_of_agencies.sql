-- The barrier for agencies, which open the personal data of requests in which they have a need now (decision 0064).

-- As the owner: the policy on needs asks for requests.
create function own_agency_has_need(request uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as
$$ select exists (select from tracked_need where request_id = request and agency_id = (select permitted('agency'))) $$;

drop policy own_rows on request;
create policy own_rows on request to ${own_role} using (
  channel = (select permitted('channel'))
  or (select permitted('agency')) is not null and own_agency_has_need(id));

-- The head of an agency sees the accesses of its people; who appends is the service itself.
alter table access_entry enable row level security;
create policy all_rows on access_entry to ${all_role} using (true);
create policy own_rows on access_entry for select to ${own_role} using (agency = (select permitted('agency')));
grant select on access_entry to ${own_role};
revoke update, delete, truncate on access_entry from ${all_role};

-- Whoever posts for a channel looks whether the key that wrapped a data key is retired.
grant select on retired_wrapping_key to ${own_role};
