-- The queue of pages to read: a sorted set of link ids by when they are due; a leased one is due again when its lease ends.
--
-- KEYS[1]  the queue
-- ARGV     1 prefix, 2 what:
--          'take', 3 now, 4 the lease's end, 5 how many at most. Returns of each: id, url, how many times it was taken.
--          'done', 3 id, 4 the lease's end.
--          'again', 3 id, 4 the lease's end, 5 when, 6 why, 7 '1' where it counts as a try, else '0'.
--          'lost', 3 id, 4 the lease's end, 5 now, 6 why.
--          The three return 1, or 0 where the lease has ended and another has it.
--          'refresh', ids… Returns how many of them are links.
--          All times in epoch milliseconds.
local prefix, what = ARGV[1], ARGV[2]
local queue, tries, trouble, lost = KEYS[1], prefix .. 'pages:tries', prefix .. 'pages:trouble', prefix .. 'pages:lost'

local function forget(id)
  redis.call('HDEL', tries, id)
  redis.call('HDEL', trouble, id)
  redis.call('ZREM', lost, id)
end

if what == 'take' then
  local due = redis.call('ZRANGEBYSCORE', queue, '-inf', ARGV[3], 'LIMIT', 0, ARGV[5])
  -- Nothing is put off for two days: what is due later was put off by a clock that was ahead.
  local ahead, places = tonumber(ARGV[3]) + 172800000, tonumber(ARGV[5]) - #due
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', queue, ahead, '+inf', 'LIMIT', 0, places)) do due[#due + 1] = id end
  local taken = {}
  for _, id in ipairs(due) do
    local url = redis.call('HGET', prefix .. 'link:' .. id, 'url')
    if url then
      redis.call('ZADD', queue, ARGV[4], id)
      taken[#taken + 1] = id
      taken[#taken + 1] = url
      taken[#taken + 1] = tostring(redis.call('HINCRBY', tries, id, 1))
    else
      redis.call('ZREM', queue, id)
      forget(id)
    end
  end
  return taken
end

if what == 'refresh' then
  local found = 0
  for i = 3, #ARGV do
    if redis.call('EXISTS', prefix .. 'link:' .. ARGV[i]) == 1 then
      forget(ARGV[i])
      redis.call('ZADD', queue, 0, ARGV[i])
      found = found + 1
    end
  end
  return found
end

local id = ARGV[3]
if tonumber(redis.call('ZSCORE', queue, id) or '-1') ~= tonumber(ARGV[4]) then return 0 end
if what == 'done' then
  redis.call('ZREM', queue, id)
  forget(id)
  redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', 'page', 'links', id)
elseif what == 'again' then
  redis.call('ZADD', queue, ARGV[5], id)
  if ARGV[7] == '1' then
    redis.call('HSET', trouble, id, ARGV[6])
  else
    redis.call('HINCRBY', tries, id, -1)
  end
else
  redis.call('ZREM', queue, id)
  redis.call('HDEL', tries, id)
  redis.call('HSET', trouble, id, ARGV[6])
  redis.call('ZADD', lost, ARGV[5], id)
end
return 1
