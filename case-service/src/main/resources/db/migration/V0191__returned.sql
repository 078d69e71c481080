-- A need that its agency declined goes back to routing, with who declined it so far: a list of agency, reason and time.
alter table need drop constraint need_status_check;
alter table need add constraint need_status_check check (status in (
  'in-triage', 'returned', 'assigned', 'accepted', 'in-progress', 'waiting-for-applicant', 'resolved', 'declined'));
alter table need add column refusals jsonb;
