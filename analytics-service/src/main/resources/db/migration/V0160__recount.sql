-- By which recount the shown rows were counted (decision 0058): 0 where they are older than recounts, so that the first
-- one takes their place when it has caught up. Where there are none yet, its rows are shown at once.
create table summary_recount (
  one_row  boolean primary key default true check (one_row),
  shown    integer not null
);
insert into summary_recount (shown) select case when exists (select from daily_summary) then 0 else 1 end;

-- The rows of a recount that has not caught up yet; then they take the place of the shown ones.
create table recounted_summary (like daily_summary including all);
