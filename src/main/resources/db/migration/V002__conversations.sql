-- A conversation numbers its messages: last_seq is the seq of the newest, and its row is the lock of whoever posts.
create table conversations (
    id          uuid primary key,
    public_id   text not null unique check (public_id <> ''),
    type        text not null check (type in ('DIRECT', 'GROUP', 'ROOM', 'CLASSROOM')),
    name        text check (name <> ''),
    direct_low  uuid references users,
    direct_high uuid references users,
    last_seq    bigint not null default 0 check (last_seq >= 0),
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    archived_at timestamptz,
    version     bigint not null default 0,

    constraint one_direct_conversation_per_pair unique (direct_low, direct_high),
    constraint two_different_users check (direct_low < direct_high),
    constraint a_pair_where_it_is_direct check (
        (type = 'DIRECT') = (direct_low is not null) and (type = 'DIRECT') = (direct_high is not null))
);
