-- The secret of a signature is needed to verify it: it is wrapped by the vault's key, and no hash.
alter table channel_key
  alter column hash drop not null,
  add column wrapped_secret bytea,
  add constraint hash_or_secret check ((hash is null) <> (wrapped_secret is null));

-- Signatures that were accepted, until their time is over: none is accepted twice, by whichever instance.
create table used_signature (
  signature bytea primary key,
  until     timestamptz not null
);
create index used_signature_until on used_signature (until);

-- The service's own work: no caller reads or writes it.
alter table used_signature enable row level security;
create policy all_rows on used_signature to ${all_role} using (true);
