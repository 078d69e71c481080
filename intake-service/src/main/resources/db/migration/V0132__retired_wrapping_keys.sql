-- Keys that wrap no data key any more, by what the keys begin with that they wrapped. Whoever stores a data key looks here
-- afterwards, in the same transaction: none is stored that a rotation would miss.
create table retired_wrapping_key (
  id bytea primary key
);
