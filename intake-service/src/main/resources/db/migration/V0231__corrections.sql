-- Requests are corrected: a version that is their ETag, and how many needs they have no more, which were accepted all the
-- same. Where it was not clear in which territory a request is, its candidates are needed again.
alter table request
  add column version              bigint not null default 1,
  add column removed_needs        integer not null default 0,
  add column territory_candidates jsonb;

-- Each correction with its event: it is published again where no case has followed it.
create table correction (
  event_id     uuid primary key,
  request_id   uuid not null,
  corrected_at timestamptz not null
);
create index correction_by_request on correction (request_id);
create index correction_by_time on correction (corrected_at);

alter table correction enable row level security;
create policy all_rows on correction to ${all_role} using (true);
create policy own_rows on correction to ${own_role} using (exists (select from request r where r.id = request_id));
grant select, insert on correction to ${own_role};
grant update (urgency, target_groups, needs, sealed, consent, removed_needs, version) on request to ${own_role};
