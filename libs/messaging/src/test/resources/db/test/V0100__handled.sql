create table handled (id text not null);
