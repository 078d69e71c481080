-- API keys of channels: a hash of the secret, never the key. A revoked key is deleted.
create table channel_key (
  id           text primary key,
  channel      text not null references channel,
  hash         bytea not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_on date
);
create index channel_key_by_channel on channel_key (channel);
