-- By which recount the shown rows were counted, 0 before the first (decision 0058).
create table summary_recount (
  one_row  boolean primary key default true check (one_row),
  shown    integer not null
);
insert into summary_recount (shown) values (0);

-- The rows of a recount that has not caught up yet; then they take the place of the shown ones.
create table recounted_summary (like daily_summary including all);
