-- Why a need was assigned: the column reason holds a code, and this what its text names. Null where it names nothing,
-- as in rows from before November 2026, whose reason is a sentence.
alter table need add column reason_parameters jsonb;
