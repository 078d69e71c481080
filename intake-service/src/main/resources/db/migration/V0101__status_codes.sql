-- The status of a need by its code, as in events and HTTP: in-triage, not IN_TRIAGE.
alter table tracked_need rename column state to status;
update tracked_need set status = replace(lower(status), '_', '-') where status <> lower(status);
