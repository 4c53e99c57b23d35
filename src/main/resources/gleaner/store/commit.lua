-- Does what a command asked for, wholly or not at all, and once.
--
-- KEYS[1]  the command's hash
-- ARGV     1 prefix, 2 the act (JSON): answer, open (the issue that must be open, or ''), checks [[key, field, value or
--          '']], writes [[command, key, …]], person, history (JSON text or ''), undoes (id or ''), changed (ids, joined
--          by spaces). Beside Redis's commands a write may be HRUN: it takes the snapshot off an issue's hash.
-- Returns  'done', or 'before' and the answer given then, or 'conflict'.
local prefix, act = ARGV[1], cjson.decode(ARGV[2])
local before = redis.call('HGET', KEYS[1], 'answer')
if before then return { 'before', before } end
for _, check in ipairs(act.checks) do
  if (redis.call('HGET', check[1], check[2]) or '') ~= check[3] then return { 'conflict' } end
end
if act.open ~= '' and (redis.call('HGET', prefix .. 'issue', 'open') or '1') ~= act.open then return { 'conflict' } end
local acts = prefix .. 'acts:' .. act.person
if act.undoes ~= '' and redis.call('LREM', acts, 1, act.undoes) == 0 then return { 'conflict' } end
for _, write in ipairs(act.writes) do
  if write[1] == 'HRUN' then
    for _, field in ipairs(redis.call('HKEYS', write[2])) do
      if string.sub(field, 1, 4) == 'run:' then redis.call('HDEL', write[2], field) end
    end
  else
    redis.call(unpack(write))
  end
end
redis.call('HSET', KEYS[1], 'answer', act.answer)
if act.history ~= '' then
  local id = redis.call('XADD', prefix .. 'history', '*', 'act', act.history)
  if act.undoes == '' then redis.call('LPUSH', acts, id) end
end
if act.changed ~= '' then
  redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', 'act', 'links', act.changed)
end
return { 'done' }
