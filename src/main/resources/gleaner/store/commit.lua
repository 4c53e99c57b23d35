-- Does what a command asked for, wholly or not at all, and once.
--
-- KEYS[1]  the command's hash
-- ARGV     1 prefix, 2 the act (JSON): answer, open (the issue that must be open, or ''), checks [[key, field, value or
--          '']], writes [[command, key, …]], person, history (JSON text or ''), undoes (id or ''), owner (who did that),
--          redoes (what that had taken back itself, or ''), changed (ids, joined by spaces), final (whether it
--          cannot be taken back). Beside Redis's commands a
--          write may be HRUN: it takes the snapshot off an issue's hash.
--          Then joinings [[id, the other's, 1 to become part of it or 0 to go apart, when and by whom]].
-- Returns  'done', or 'before' and the answer given then, or 'conflict'.
local prefix, act = ARGV[1], cjson.decode(ARGV[2])
local before = redis.call('HGET', KEYS[1], 'answer')
if before then return { 'before', before } end
for _, check in ipairs(act.checks) do
  if (redis.call('HGET', check[1], check[2]) or '') ~= check[3] then return { 'conflict' } end
end
if act.open ~= '' and (redis.call('HGET', prefix .. 'issue', 'open') or '1') ~= act.open then return { 'conflict' } end
for _, joining in ipairs(act.joinings) do
  local into = redis.call('HGET', prefix .. 'link:' .. joining[1], 'into')
  if (joining[3] == 1) == (into and true or false) then return { 'conflict' } end
  if redis.call('HEXISTS', prefix .. 'link:' .. joining[2], 'into') == 1 then return { 'conflict' } end
end
local acts = prefix .. 'acts:' .. act.person
local undone = prefix .. 'undone'
if act.undoes ~= '' then
  if redis.call('HEXISTS', undone, act.undoes) == 1 then return { 'conflict' } end
  redis.call('LREM', prefix .. 'acts:' .. act.owner, 1, act.undoes)
end
local was = {}
for i, joining in ipairs(act.joinings) do was[i] = redis.call('HGET', prefix .. 'link:' .. joining[2], 'cur') or '' end
for _, write in ipairs(act.writes) do
  if write[1] == 'HRUN' then
    for _, field in ipairs(redis.call('HKEYS', write[2])) do
      if string.sub(field, 1, 4) == 'run:' then redis.call('HDEL', write[2], field) end
    end
  else
    redis.call(unpack(write))
  end
end
for i, joining in ipairs(act.joinings) do
  if joining[3] == 1 then unite(prefix, joining[1], joining[2], was[i], joining[4]) else part(prefix, joining[1]) end
end
redis.call('HSET', KEYS[1], 'answer', act.answer)
local id = ''
if act.history ~= '' then
  local history = prefix .. 'history'
  id = redis.call('XADD', history, '*', 'act', act.history)
  local number = redis.call('XLEN', history)
  redis.call('HSET', prefix .. 'numbers', number, id, id, number)
  if act.undoes == '' and not act.final then redis.call('LPUSH', acts, id) end
end
if act.undoes ~= '' then redis.call('HSET', undone, act.undoes, id) end
if act.redoes ~= '' then redis.call('HDEL', undone, act.redoes) end
if act.changed ~= '' then
  redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', 'act', 'links', act.changed)
end
return { 'done' }
