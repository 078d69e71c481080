-- A channel is its file: what is in this table besides is read from it. Intake stores the files that it was delivered with
-- at its start, where nobody replaced them.
alter table channel
  add column name_kk  text,
  add column file     text,
  add column built_in boolean not null default true;
