-- The daily summary as it stands: one row a day and series, the highest revision that was told.
-- Codes sort by their bytes, so that pages keep their order whatever the server's locale is; agency '-' is none yet.
create table daily_summary (
  day                   date not null,
  territory             text collate "C" not null,
  agency                text collate "C" not null,
  channel               text collate "C" not null,
  need                  text collate "C" not null,
  revision              bigint not null,
  requests              bigint not null,
  received              bigint not null,
  routed                bigint not null,
  in_triage             bigint not null,
  accepted              bigint not null,
  resolved              bigint not null,
  declined              bigint not null,
  open_at_end           bigint not null,
  to_decision_median    double precision,
  to_decision_p90       double precision,
  to_acceptance_median  double precision,
  to_acceptance_p90     double precision,
  to_outcome_median     double precision,
  to_outcome_p90        double precision,
  revised_at            timestamptz not null,
  -- The order of pages.
  primary key (day, territory, agency, channel, need)
);

-- The latest row of a series at or before a day: where its stocks stand. One look-up, however many days there are.
create index daily_summary_by_series on daily_summary (territory, agency, channel, need, day) include (in_triage, open_at_end);

-- Every series that has a row: stocks are summed over these, without reading all days.
create table series (
  territory  text collate "C" not null,
  agency     text collate "C" not null,
  channel    text collate "C" not null,
  need       text collate "C" not null,
  primary key (territory, agency, channel, need)
);
