-- Whose rows a session may see. The service logs in with a role that has no rights of its own, and takes one of two:
-- ${all_role} for itself and for callers who see everything, ${own_role} for callers who see some rows. The owner of the
-- tables only migrates.
grant usage on schema public to ${all_role}, ${own_role};
grant select, insert, update, delete on all tables in schema public to ${all_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${all_role};
-- ${own_role} gets its rights table by table, each with its policy: a new table shows it nothing.

do $$ begin
  if to_regclass('flyway_schema_history') is not null then
    revoke all on flyway_schema_history from ${all_role};
  end if;
  if to_regclass('journal') is not null then
    revoke update, delete on journal from ${all_role};
    revoke update, delete on inbox from ${all_role};
  end if;
end $$;

-- What the session is limited to, where it is of this kind: permitted('agency'). Null where it is of another.
create function permitted(kind text) returns text language sql stable as
$$ select substr(rows, length(kind) + 2) from current_setting('okno.rows', true) as rows where starts_with(rows, kind || ':') $$;

-- The caller's territory and all below it; each service that has such callers has the tree.
set local check_function_bodies = off;
create function own_territories() returns setof text language sql stable as
$$
  with recursive own(code) as (
    select permitted('territory') where permitted('territory') is not null
    union select t.code from territory t join own on t.parent = own.code)
  select code from own
$$;
