-- The seqs somebody has, and some more. Never more than 1,000 ranges: below the newest 1,000 the gaps are closed, so that
-- nobody who skips every other message makes the row grow without end.
create function seqs_with(seqs int8multirange, more int8multirange) returns int8multirange
    language sql immutable parallel safe
    as $$
        select case
            when (select count(*) from unnest(merged)) <= 1000 then merged
            else merged + int8multirange(int8range(
                lower(merged), (select lower(r) from unnest(merged) as r order by r desc offset 999 limit 1)))
        end
        from (select seqs + more) as sum (merged)
    $$;

-- Who takes part, and how far each of them has come. Receipts are sets of seqs, not rows: PostgreSQL joins neighbours, so
-- that somebody who reads in order has one range however many messages there are.
create table participants (
    conversation_id uuid not null references conversations,
    user_id         uuid not null references users,
    role            text not null check (role in ('OWNER', 'MEMBER')),
    joined_at       timestamptz not null,
    known_as        text check (known_as <> ''),
    read_seqs       int8multirange not null default '{}',
    delivered_seqs  int8multirange not null default '{}',

    primary key (conversation_id, user_id),
    constraint seqs_from_one check (isempty(delivered_seqs) or lower(delivered_seqs) > 0),
    constraint what_is_read_was_delivered check (delivered_seqs @> read_seqs)
);

create index participants_of_user on participants (user_id);
