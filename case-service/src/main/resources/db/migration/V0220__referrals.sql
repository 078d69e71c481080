-- How people know an agency; null until the directory publishes it again: then it is shown by its id.
alter table agency add column name text;

-- A need that one agency refers to another, with what the person agreed to.
create table referral (
  id               uuid primary key,
  request_id       uuid not null,
  need_id          uuid not null,
  need             text not null,
  territory        text not null,
  from_agency_id   text not null,
  from_agency_name text not null,
  to_agency_id     text not null,
  to_agency_name   text not null,
  purpose          text not null,
  parts            text[] not null,
  ends_at          timestamptz not null,
  consent_how      text not null,
  consent_given_at timestamptz not null,
  made_at          timestamptz not null,
  status           text not null check (status in ('made', 'accepted', 'declined', 'withdrawn')),
  accepted_at      timestamptz,
  declined_at      timestamptz,
  decline_reason   text,
  withdrawn_at     timestamptz,
  version          bigint not null
);

create index referral_by_need on referral (request_id, need_id);
create index referral_received on referral (to_agency_id, id);
create index referral_made on referral (from_agency_id, id);

-- Whether an agency has a need in a case now, or accepted the referral of one and may still see it: who sees the case.
create or replace function has_need(agency text, request uuid) returns boolean language sql stable strict
  security definer set search_path = public, pg_temp as
$$
  select exists (select from need where request_id = request and agency_id = agency)
    or exists (select from referral where request_id = request and to_agency_id = agency
      and status = 'accepted' and ends_at > now())
$$;

-- Read only: the service writes for whoever responds, who does not see the case yet.
alter table referral enable row level security;
create policy all_rows on referral to ${all_role} using (true);
create policy own_rows on referral for select to ${own_role} using (
  from_agency_id = (select permitted('agency'))
  or to_agency_id = (select permitted('agency'))
  or (select permitted('territory')) is not null
    and exists (select from cases c where c.request_id = referral.request_id));
grant select on referral to ${own_role};
