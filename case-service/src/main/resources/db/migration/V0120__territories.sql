-- Each territory with the one above it, as routing publishes them on okno.directory: whoever coordinates a territory
-- sees the cases of all below it.
create table territory (
  code         text primary key,
  parent       text,
  version      bigint,
  published_at timestamptz not null
);

create index territory_by_parent on territory (parent);

-- The list of cases of a territory, newest first.
create index cases_by_territory on cases (territory, request_id);
