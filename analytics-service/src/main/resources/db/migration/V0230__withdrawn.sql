-- Needs that were withdrawn before anybody worked on them. Before December 2026 there were none.
alter table daily_summary add column withdrawn bigint not null default 0;
alter table recounted_summary add column withdrawn bigint not null default 0;
