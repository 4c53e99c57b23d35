-- The links that are to be looked at again: a sorted set of ids by when they are due; a leased one is due again when its
-- lease ends. While a look is asked for, the link's hash has the field `asked`.
--
-- KEYS[1]  the queue
-- ARGV     1 prefix, 2 what:
--          'ask', 3 now, ids… Those that are in already stay as they are.
--          'open', ids… Returns how many of them are still to be looked at.
--          'take', 3 now, 4 the lease's end, 5 how many at most. Returns the ids.
--          'done', 3 id, 4 the lease's end, 5 what was found (JSON), 6 when to look once more, or ''.
--          'off', 3 id, 4 the lease's end, 5 when.
--          What was found is kept with the link that `id` leads to now.
--          The last two return 1, or 0 where the lease has ended and another has it.
--          All times in epoch milliseconds.
local queue, prefix, what = KEYS[1], ARGV[1], ARGV[2]

if what == 'ask' then
  for i = 4, #ARGV do
    local link = prefix .. 'link:' .. ARGV[i]
    if redis.call('EXISTS', link) == 1 then
      redis.call('ZADD', queue, 'NX', ARGV[3], ARGV[i])
      redis.call('HSET', link, 'asked', ARGV[3])
    end
  end
  return 0
end

if what == 'open' then
  local open = 0
  for i = 3, #ARGV do open = open + redis.call('HEXISTS', prefix .. 'link:' .. ARGV[i], 'asked') end
  return open
end

if what == 'take' then
  local ids = redis.call('ZRANGEBYSCORE', queue, '-inf', ARGV[3], 'LIMIT', 0, ARGV[5])
  for _, id in ipairs(ids) do redis.call('ZADD', queue, ARGV[4], id) end
  return ids
end

local id = ARGV[3]
if tonumber(redis.call('ZSCORE', queue, id) or '-1') ~= tonumber(ARGV[4]) then return 0 end
if what == 'off' then
  redis.call('ZADD', queue, ARGV[5], id)
  return 1
end
-- What was part of another link meanwhile was looked at by that one's address.
local to, seen = id, {}
while not seen[to] do
  seen[to] = true
  redis.call('HDEL', prefix .. 'link:' .. to, 'asked')
  to = redis.call('HGET', prefix .. 'link:' .. to, 'into') or to
end
if redis.call('EXISTS', prefix .. 'link:' .. to) == 1 then
  redis.call('HSET', prefix .. 'link:' .. to, 'look', ARGV[5])
  redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', 'look', 'links', to)
end
redis.call('ZREM', queue, id)
if ARGV[6] ~= '' then redis.call('ZADD', queue, 'NX', ARGV[6], to) end
return 1
