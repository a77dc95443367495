-- Everybody who logged in, and everybody who was only ever mentioned.
create table users (
    id          uuid primary key,
    external_id text not null unique check (external_id <> ''),
    id_kind     text not null check (id_kind in ('TEXT', 'NUMBER')),
    name        text not null check (name <> ''),
    avatar      text check (avatar <> ''),
    last_seen   timestamptz,
    version     bigint not null default 0
);
