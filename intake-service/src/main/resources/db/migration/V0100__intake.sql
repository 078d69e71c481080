-- Channels are intake's own data: a new one is a row in a later migration.
create table channel (
  code    text primary key,
  name_ru text not null,
  name_en text not null
);

insert into channel (code, name_ru, name_en) values
  ('hotline',     'Горячая линия',                     'Hotline'),
  ('112',         'Служба 112',                        'Emergency number 112'),
  ('post',        'Почта',                             'Post'),
  ('party-line',  'Линия партии',                      'Party line'),
  ('reception',   'Общественная приёмная',             'Reception office'),
  ('web',         'Сайт',                              'Web site'),
  ('email',       'Электронная почта',                 'E-mail'),
  ('whatsapp',    'WhatsApp',                          'WhatsApp'),
  ('telegram',    'Telegram',                          'Telegram'),
  ('egov',        'Портал государственных услуг',      'E-government portal'),
  ('citizen-109', 'Служба 109',                        'Citizens'' line 109'),
  ('monitoring',  'Мониторинг СМИ и социальных сетей', 'Media monitoring'),
  ('voice',       'Голосовой помощник',                'Voice assistant'),
  ('open311',     'Open311',                           'Open311');

-- Territories and terms as routing publishes them on okno.directory.
create table territory (
  code   text primary key,
  name   text not null,
  level  text not null,
  parent text,
  zone   text not null
);

create table term (
  axis    text not null,
  code    text not null,
  name_ru text not null,
  name_en text not null,
  primary key (axis, code)
);

-- A person is an id and a wrapped key. blind_index finds the person again by phone and name, phone_hash a caller's
-- earlier requests; both are keyed hashes. Erasing sets key and hashes to null and keeps the row.
create table person (
  id          uuid primary key,
  blind_index bytea unique,
  phone_hash  bytea,
  wrapped_key bytea,
  created_at  timestamptz not null,
  erased_at   timestamptz,
  check ((wrapped_key is null) = (erased_at is not null))
);
create index person_by_phone on person (phone_hash) where phone_hash is not null;

-- A request: what routing and counting need is in the clear, what names a person is in sealed.
-- external_id_hash is of channel and external id. The persons are written by the same transaction and rows of neither
-- table are ever deleted after it: foreign keys would cost two look-ups a request and could catch nothing.
create table request (
  id                   uuid primary key,
  tracking_number      text not null unique,
  channel              text not null,
  requested_at         timestamptz not null,
  received_at          timestamptz not null,
  territory            text not null,
  zone                 text not null,
  applicant_id         uuid not null,
  beneficiary_id       uuid not null,
  urgency              text not null,
  target_groups        jsonb not null,
  needs                jsonb not null,
  sealed               text not null,
  consent              boolean not null,
  language             text not null,
  external_id_hash     bytea unique,
  idempotency_key_hash bytea unique,
  body_hash            bytea not null,
  check (external_id_hash is not null or idempotency_key_hash is not null)
);
create index request_by_channel on request (channel, id);
create index request_by_applicant on request (applicant_id, id);

-- Where each need of a request is, as its case tells on okno.cases; what a tracking number shows.
create table tracked_need (
  request_id uuid not null,
  need_id    uuid not null,
  need       text not null,
  state      text not null,
  agency     text,
  since      timestamptz not null,
  primary key (request_id, need_id)
);
