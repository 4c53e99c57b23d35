-- Notes that somebody reacted to a message, or took it back; of two for the same the later one holds.
--
-- KEYS[1]  the message's hash
-- ARGV     1 prefix, 2 the message's id, 3 person, 4 emoji, 5 time (epoch milliseconds), 6 1 or 0, 7 tally key or ''
-- Returns  status, '0', then the ids of the message's links, each followed by '0'.
local prefix, mid, field = ARGV[1], ARGV[2], ARGV[3] .. '\31' .. ARGV[4]
local before = redis.call('HGET', KEYS[1], 'r:' .. field)
if before then
  local at, on = string.match(before, '^(%d+):(%d)$')
  if tonumber(at) > tonumber(ARGV[5]) or (tonumber(at) == tonumber(ARGV[5]) and on == ARGV[6]) then
    return { 'stale', '0' }
  end
end
local fresh = redis.call('EXISTS', KEYS[1]) == 0
redis.call('HSET', KEYS[1], 'r:' .. field, ARGV[5] .. ':' .. ARGV[6])
if fresh then redis.call('EXPIRE', KEYS[1], 2592000) end
if ARGV[7] ~= '' then redis.call('HINCRBY', ARGV[7], 'reaction', 1) end
local answer, ids = { 'done', '0' }, {}
for id in string.gmatch(redis.call('HGET', KEYS[1], 'links') or '', '%S+') do
  local link = prefix .. 'link:' .. id
  if ARGV[6] == '1' then
    redis.call('HSET', link, 'v:' .. mid .. '\31' .. field, '1')
  else
    redis.call('HDEL', link, 'v:' .. mid .. '\31' .. field)
  end
  answer[#answer + 1] = id
  answer[#answer + 1] = '0'
  ids[#ids + 1] = id
end
if #ids > 0 then
  redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', 'vote', 'links', table.concat(ids, ' '))
end
return answer
