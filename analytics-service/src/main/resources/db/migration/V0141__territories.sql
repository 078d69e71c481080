-- Each territory with the one above it, as routing publishes them on okno.directory: whoever coordinates a territory
-- sees the numbers of all below it.
create table territory (
  code         text primary key,
  parent       text,
  version      bigint,
  published_at timestamptz not null
);

create index territory_by_parent on territory (parent);

-- The barrier behind the conditions of the statements (decision 0064).
alter table daily_summary enable row level security;
create policy all_rows on daily_summary to ${all_role} using (true);
create policy own_rows on daily_summary to ${own_role} using (territory in (select own_territories()));

alter table series enable row level security;
create policy all_rows on series to ${all_role} using (true);
create policy own_rows on series to ${own_role} using (territory in (select own_territories()));

grant select on daily_summary, series, territory to ${own_role};
