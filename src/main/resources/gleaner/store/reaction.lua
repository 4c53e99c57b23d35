-- Notes that somebody reacted to a message, or took it back; of two for the same the later one holds.
--
-- KEYS[1]  the message's hash
-- ARGV     1 prefix, 2 the message's id, 3 person, 4 emoji, 5 time (epoch milliseconds), 6 1 or 0, 7 tally key or '',
--          8 'v' for a vote, 'e' for an editor's act, which is no vote
-- Returns  status, '0', then the ids of the message's links, each followed by '0'.
local prefix, mid, field = ARGV[1], ARGV[2], ARGV[3] .. '\31' .. ARGV[4]
local before = redis.call('HGET', KEYS[1], 'r:' .. field)
if before then
  local at, on = string.match(before, '^(%d+):(%d)')
  if tonumber(at) > tonumber(ARGV[5]) then return { 'stale', '0' } end
  if tonumber(at) == tonumber(ARGV[5]) and on == ARGV[6] then
    local again = { 'known', '0' }
    for id in string.gmatch(redis.call('HGET', KEYS[1], 'links') or '', '%S+') do
      again[#again + 1] = id
      again[#again + 1] = '0'
    end
    return again
  end
end
local fresh = redis.call('EXISTS', KEYS[1]) == 0
redis.call('HSET', KEYS[1], 'r:' .. field, ARGV[5] .. ':' .. ARGV[6] .. ':' .. ARGV[8])
if fresh then redis.call('EXPIRE', KEYS[1], 2592000) end
if ARGV[7] ~= '' then redis.call('HINCRBY', ARGV[7], 'reaction', 1) end
local answer, ids = { 'done', '0' }, {}
for id in string.gmatch(redis.call('HGET', KEYS[1], 'links') or '', '%S+') do
  local link = prefix .. 'link:' .. id
  if ARGV[8] == 'v' and ARGV[6] == '1' then
    redis.call('HSET', link, 'v:' .. mid .. '\31' .. field, '1')
  elseif ARGV[8] == 'v' then
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
