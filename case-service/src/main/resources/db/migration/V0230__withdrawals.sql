-- A need that the person withdrew: settled where nobody had begun to work on it, a note for its agency where one had.
alter table need drop constraint need_status_check;
alter table need add constraint need_status_check check (status in (
  'in-triage', 'returned', 'assigned', 'accepted', 'in-progress', 'waiting-for-applicant', 'resolved', 'declined',
  'withdrawn'));
alter table need add column withdrawal jsonb;
