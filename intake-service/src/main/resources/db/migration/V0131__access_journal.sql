-- Who opened what a request says about persons, was refused it, or approved an access in an emergency. Each entry has the
-- hash of the one before, keyed by the vault: what SQL changes or removes is detected (GET /v1/accesses/audit).
create table access_entry (
  number        bigint primary key,
  id            uuid not null unique,
  at            timestamptz not null,
  action        text not null,
  purpose       text not null,
  subject       text not null,
  role          text not null,
  agency        text,
  request_id    uuid not null,
  person_ids    text[] not null,
  approves      uuid unique,
  previous_hash text not null,
  hash          text not null
);
create index access_entry_by_request on access_entry (request_id, number);
create index access_entry_by_person on access_entry using gin (person_ids);
create index access_entry_of_emergency on access_entry (number) where purpose = 'emergency' and action = 'opened';

create function access_journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the access journal is append-only: % is refused', tg_op;
end $$;

create trigger access_journal_append_only before update or delete or truncate on access_entry
  for each statement execute function access_journal_is_append_only();
