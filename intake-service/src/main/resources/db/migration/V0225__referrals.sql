-- What an agency may open of a request that was referred to it, as the events of its case say. A row whose consent was
-- withdrawn stays: an event that comes again brings nothing back.
create table referred_request (
  referral_id uuid primary key,
  request_id  uuid not null,
  agency_id   text not null,
  parts       text[] not null,
  ends_at     timestamptz not null,
  is_open     boolean not null,
  version     bigint not null
);
create index referred_request_open on referred_request (request_id, agency_id) where is_open;

-- Whether an agency has a need in a request now, or accepted the referral of one and may still open it.
create or replace function has_need(agency text, request uuid) returns boolean language sql stable strict
  security definer set search_path = public, pg_temp as
$$
  select exists (
      select from tracked_need where request_id = has_need.request and agency_id = has_need.agency)
    or exists (
      select from referred_request r where r.request_id = has_need.request and r.agency_id = has_need.agency
        and r.is_open and r.ends_at > now())
$$;

alter table referred_request enable row level security;
create policy all_rows on referred_request to ${all_role} using (true);
create policy own_rows on referred_request for select to ${own_role} using (agency_id = (select permitted('agency')));
grant select on referred_request to ${own_role};
