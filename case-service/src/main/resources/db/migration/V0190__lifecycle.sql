-- A need between its acceptance and its outcome, who is responsible for it, and when it came back.
alter table need drop constraint need_status_check;
alter table need add constraint need_status_check check (status in (
  'in-triage', 'assigned', 'accepted', 'in-progress', 'waiting-for-applicant', 'resolved', 'declined'));
alter table need
  add column started_at  timestamptz,
  add column paused_at   timestamptz,
  add column resumed_at  timestamptz,
  add column reopened_at timestamptz,
  add column specialist  text;

-- The work lists: open needs, due first, by who is responsible and by agency where nobody is. What is settled leaves them.
create index need_of_specialist on need (specialist, due_at, id) where specialist is not null and settled_at is null;
create index need_unclaimed on need (agency_id, due_at, id)
  where specialist is null and settled_at is null and agency_id is not null;
