-- The desk shows emergencies first, then whoever waits longest; and who works on an entry until when.
alter table triage_entry
  add column urgency_rank int not null generated always as (
    case questionnaire ->> 'urgency' when 'emergency' then 0 when 'urgent' then 1 when 'planned' then 3 else 2 end) stored,
  add column received_at   timestamptz,
  add column claimed_by    text,
  add column claimed_until timestamptz;
update triage_entry set received_at = (questionnaire ->> 'receivedAt')::timestamptz;
alter table triage_entry
  alter column received_at set not null,
  add check ((claimed_by is null) = (claimed_until is null));

drop index triage_entry_waiting;
create index triage_entry_desk on triage_entry (urgency_rank, received_at, request_id) where state = 'waiting';
