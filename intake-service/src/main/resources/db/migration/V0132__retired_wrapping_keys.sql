-- Wrapping keys that were replaced, by their id: the first bytes of whatever they wrapped (Tink's output prefix). Whoever stores a data key looks here
-- afterwards, in the same transaction: none is stored that a rotation would miss.
create table retired_wrapping_key (
  id bytea primary key
);
