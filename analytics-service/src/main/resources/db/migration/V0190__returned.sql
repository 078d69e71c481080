-- Needs that went back to routing, and resolved needs that were open again. Before December 2026 there were none.
alter table daily_summary
  add column returned bigint not null default 0,
  add column reopened bigint not null default 0;
alter table recounted_summary
  add column returned bigint not null default 0,
  add column reopened bigint not null default 0;
