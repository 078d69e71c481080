-- The journal is append-only and is itself the outbox: Debezium streams its inserts (design, section 5).
-- Order within a key is the order of seq; a service that writes one key in concurrent transactions locks the aggregate first.
create table journal (
  seq          bigint generated always as identity primary key,
  event_id     uuid not null unique,
  topic        text not null,
  event_key    text not null,
  type         text not null,
  source       text not null,
  time         text not null,
  subject      text not null,
  specversion  text not null default '1.0',
  content_type text not null default 'application/json',
  payload      text not null
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % is refused', tg_op;
end $$;

create trigger journal_append_only before update on journal
  for each statement execute function journal_is_append_only();

-- Each event has its effect once: its row is written in the transaction of the work, before the work.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  primary key (consumer, event_id)
);

create publication okno_journal for table journal with (publish = 'insert');

do $$
begin
  if not exists (select from pg_roles where rolname = '${replication_role}') then
    create role ${replication_role};
  end if;
  -- Where connecting is not granted to everybody, Debezium needs it too.
  execute format('grant connect on database %I to ${replication_role}', current_database());
end $$;
alter role ${replication_role} with login replication password '${replication_password}';
grant usage on schema public to ${replication_role};
grant select on journal to ${replication_role};
