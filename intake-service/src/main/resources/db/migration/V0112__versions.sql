-- How new a copy is: an older event, replayed or published again, changes nothing. The version is the event's, null
-- where it had none (before December 2026); then the times are compared.
alter table tracked_need add column version bigint;
alter table territory add column version bigint, add column published_at timestamptz not null default '-infinity';
alter table term add column version bigint, add column published_at timestamptz not null default '-infinity';
