-- One case a request. Few indexes: this table is written in sets by the consumer of decisions.
create table cases (
  request_id         uuid primary key,
  tracking_number    text not null,
  channel            text not null,
  territory          text not null,
  zone               text not null,
  requested_at       timestamptz not null,
  received_at        timestamptz not null,
  opened_at          timestamptz not null,
  urgency            text not null,
  target_groups      text[] not null,
  status             text not null check (status in ('in-triage', 'assigned', 'in-work', 'settled')),
  applicant_id       uuid not null,
  beneficiary_id     uuid not null,
  applicant_erased   boolean not null,
  beneficiary_erased boolean not null,
  -- Ciphertexts with the ids of their keys, as JSON; null once a person they are about is erased.
  sealed_applicant   text,
  sealed_beneficiary text,
  sealed_text        text,
  version            bigint not null,
  check (not applicant_erased or (sealed_applicant is null and sealed_text is null)),
  check (not beneficiary_erased or (sealed_beneficiary is null and sealed_text is null))
);

-- The list of cases, newest first, by status: request ids are UUIDv7.
create index cases_by_status on cases (status, request_id);
-- All cases of a person, to erase them. Most people ask for themselves: the second index stays small.
create index cases_by_applicant on cases (applicant_id);
create index cases_by_beneficiary on cases (beneficiary_id) where beneficiary_id <> applicant_id;

-- The needs of a case. No foreign key: a need is only ever written with its case, in one transaction, and the
-- check of each row would be the dearest part of that insert.
create table need (
  request_id     uuid not null,
  id             uuid not null,
  position       smallint not null,
  need           text not null,
  situation      text,
  status         text not null check (status in ('in-triage', 'assigned', 'accepted', 'resolved', 'declined')),
  agency_id      text,
  agency_name    text,
  rule           text,
  rule_version   integer,
  reason         text,
  assigned_at    timestamptz,
  due_at         timestamptz,
  accepted_at    timestamptz,
  settled_at     timestamptz,
  outcome        text,
  decline_reason text,
  version        bigint not null,
  primary key (request_id, id)
);

-- An agency's queue: due first. One range a status, so that what was settled long ago costs nothing.
create index need_queue on need (agency_id, status, due_at, id, need);

-- Who was erased: a case that opens later from an older event is erased at once.
create table erased_person (
  person_id uuid primary key
);

-- The history of a case is read from the journal itself. An index here costs one insert a row at the right end of
-- the tree; a history table would cost the same index and the rows as well.
create index journal_by_key on journal (event_key);
