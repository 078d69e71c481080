-- Models that recognize needs in texts (decision 0087). A model holds hashes and weights, no word of any text. None is ever
-- deleted: an event names the version that read its text.
create table suggestion_model (
  version       bigint primary key generated always as identity,
  created_at    timestamptz not null,
  source        text not null check (source in ('phrases', 'requests')),
  -- Of the phrases; several instances that start at once store one model.
  fingerprint   text unique,
  -- The newest request that it learned from.
  learned_until uuid,
  examples      int not null,
  figures       jsonb not null,
  -- Of the model that was active when it was trained, at the same texts; null where that had learned from them.
  active_figures jsonb,
  file          bytea not null,
  created_by    text
);

-- One row: exactly one model is active, or none yet.
create table suggestion_active (
  only_row     boolean primary key default true check (only_row),
  version      bigint references suggestion_model,
  activated_at timestamptz,
  activated_by text
);
insert into suggestion_active default values;

-- One row: one training at a time, whichever instance runs it.
create table suggestion_training (
  only_row   boolean primary key default true check (only_row),
  id         uuid,
  state      text not null check (state in ('none', 'running', 'done', 'failed')),
  phase      text,
  examples   int not null default 0,
  started_at timestamptz,
  started_by text,
  updated_at timestamptz,
  version    bigint references suggestion_model,
  failure    text
);
insert into suggestion_training (state) values ('none');

-- A channel's request without needs is read by the active model.
grant select on suggestion_model, suggestion_active to ${own_role};
