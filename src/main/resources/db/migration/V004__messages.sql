-- What was said. A seq is given under the lock on the conversation's row, in the transaction of the insert: no holes.
create table messages (
    id                uuid primary key,
    conversation_id   uuid not null references conversations,
    seq               bigint not null check (seq > 0),
    author_id         uuid not null references users,
    receiver_id       uuid references users check (receiver_id <> author_id),
    type              text not null check (type in ('TEXT', 'IMAGE', 'FILE')),
    text              text,
    attachment_url    text,
    attachment_name   text,
    attachment_size   bigint check (attachment_size >= 0),
    client_message_id text check (client_message_id <> ''),
    created_at        timestamptz not null,
    version           bigint not null default 0,

    constraint one_message_per_seq unique (conversation_id, seq),
    constraint one_message_per_client_id unique (author_id, client_message_id),
    constraint words_or_attachment check (
        (type = 'TEXT') = (text is not null) and (type <> 'TEXT') = (attachment_url is not null)),
    constraint only_attachments_are_described check (
        attachment_url is not null or (attachment_name is null and attachment_size is null))
);
