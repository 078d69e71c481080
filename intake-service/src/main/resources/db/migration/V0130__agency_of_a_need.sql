-- Who may open what a request says about persons is decided by the agency's id. Rows from before have none until the next
-- event of the need, or until the consumer intake-cases reads its topic again.
alter table tracked_need add column agency_id text;
