-- Writes what happened to messages, in order: posted, edited, deleted, reacted to. Any number of times.
--
-- Many in one call, because Redis syncs its file once a call: 128 messages cost one sync, not 128.
--
-- KEYS[1]  any key of the newsroom
-- ARGV     1 prefix; then of each write how many words it has, and the words: 'message' or 'reaction', then:
--   message   2 what (post, edit, delete), 3 the message's id, 4 its time, 5 the version (time of the post or the
--             change), 6 its text, 7 its envelope (JSON), 8 person, 9 channel, 10 day, 11 tally key or '', 12 number of
--             links, 13 when a new link's page is due, '' where it is not to be read; then of each link: key, url, share (JSON), number of ids, ids…, number of tags, (folded, shown)…
--   reaction  2 the message's id, 3 person, 4 emoji, 5 time, 6 1 or 0, 7 tally key or '', 8 'v' for a vote, 'e' for an
--             editor's act, which is no vote
--   All times in epoch milliseconds.
-- Returns  of each write: status, version, then of each link of the message its id and 1 where it is new, else 0; then
--          'r' and each editor's reaction that came before the message (person 0x1f emoji).
local prefix = ARGV[1]

local function message(A, msg)
  local what, mid, time, version = A[2], A[3], A[4], tonumber(A[5])
  local tally = A[11]
  local have = redis.call('HMGET', msg, 'm', 'v', 'del', 'links')
  local known, at, deleted, old = have[1], tonumber(have[2] or '-1'), have[3], have[4] or ''
  local keep = 2592000 -- a message without links is forgotten after 30 days

  local function reply(status, links)
    local answer = { status, tostring(at) }
    for _, part in ipairs(links or {}) do answer[#answer + 1] = part end
    return answer
  end

  local function count(field)
    if tally ~= '' then redis.call('HINCRBY', tally, field, 1) end
  end

  local function present()
    local links = {}
    for id in string.gmatch(old, '%S+') do
      links[#links + 1] = id
      links[#links + 1] = '0'
    end
    return links
  end

  if what == 'post' then
    if known then
      count('known')
      return reply('known', present())
    end
    if deleted then
      redis.call('HSET', msg, 'm', A[7])
      return reply('deleted')
    end
    if at >= 0 and at ~= version then return reply('pending') end
  elseif what == 'edit' then
    if deleted or at >= version then return reply('stale', present()) end
    if not known then
      redis.call('HSET', msg, 'v', A[5], 'text', A[6])
      redis.call('EXPIRE', msg, keep)
      return reply('waiting')
    end
  else
    if deleted then return reply('stale', present()) end
    redis.call('HSET', msg, 'del', A[5])
    redis.call('HDEL', msg, 'text')
    if not known then
      redis.call('EXPIRE', msg, keep)
      return reply('waiting')
    end
  end

  local votes, verbs = {}, {}
  if what == 'post' and redis.call('EXISTS', msg) == 1 then
    local all = redis.call('HGETALL', msg)
    for i = 1, #all, 2 do
      if string.sub(all[i], 1, 2) == 'r:' then
        local on, kind = string.match(all[i + 1], '^%d+:(%d):(%a)$')
        if on == '1' and kind == 'v' then votes[#votes + 1] = string.sub(all[i], 3) end
        if on == '1' and kind == 'e' then verbs[#verbs + 1] = string.sub(all[i], 3) end
      end
    end
  end

  local next, links, ids, now = 14, {}, {}, {}
  for _ = 1, tonumber(A[12]) do
    local key, url, share, candidates = A[next], A[next + 1], A[next + 2], tonumber(A[next + 3])
    next = next + 4
    local id, fresh = redis.call('HGET', prefix .. 'keys', key), false
    if not id then
      for i = 0, candidates - 1 do
        if redis.call('EXISTS', prefix .. 'link:' .. A[next + i]) == 0 then
          id, fresh = A[next + i], true
          break
        end
      end
      if not id then error('no id is free for another link') end
      redis.call('HSET', prefix .. 'keys', key, id)
      redis.call('HSET', prefix .. 'link:' .. id, 'key', key, 'url', url, 'rev', 0)
      if A[13] ~= '' then redis.call('ZADD', prefix .. 'pages', 'NX', A[13], id) end
    end
    next = next + candidates
    local link = prefix .. 'link:' .. id
    redis.call('HSET', link, 's:' .. mid, share)
    redis.call('HDEL', link, 'g:' .. mid)
    redis.call('HINCRBY', link, 'rev', 1)
    redis.call('ZADD', prefix .. 'all', 'GT', time, id)
    if fresh or redis.call('HEXISTS', link, 'ran') == 0 then redis.call('ZADD', prefix .. 'open', 'GT', time, id) end
    redis.call('SADD', prefix .. 'day:' .. A[10], id)
    redis.call('ZADD', prefix .. 'person:' .. A[8], 'GT', time, id)
    redis.call('ZADD', prefix .. 'channel:' .. A[9], 'GT', time, id)
    local tags = tonumber(A[next])
    next = next + 1
    for _ = 1, tags do
      redis.call('HSETNX', prefix .. 'tags', A[next], A[next + 1])
      redis.call('ZADD', prefix .. 'tag:' .. A[next], 'GT', time, id)
      redis.call('HSET', link, 't:' .. A[next], '')
      next = next + 2
    end
    for _, reaction in ipairs(votes) do redis.call('HSET', link, 'v:' .. mid .. '\31' .. reaction, '1') end
    links[#links + 1] = id
    links[#links + 1] = fresh and '1' or '0'
    ids[#ids + 1] = id
    now[id] = true
    count(fresh and 'new' or (what == 'edit' and 'kept' or 'again'))
  end

  for id in string.gmatch(old, '%S+') do
    if not now[id] then
      redis.call('HSET', prefix .. 'link:' .. id, 'g:' .. mid, A[5])
      redis.call('HINCRBY', prefix .. 'link:' .. id, 'rev', 1)
      ids[#ids + 1] = id
      links[#links + 1] = id
      links[#links + 1] = '0'
    end
  end

  local held = {}
  for id in string.gmatch(old, '%S+') do held[#held + 1] = id end
  if what ~= 'delete' then
    held = {}
    for i = 1, tonumber(A[12]) do held[i] = links[i * 2 - 1] end
    redis.call('HSET', msg, 'v', A[5])
    if what == 'post' then redis.call('HSET', msg, 'm', A[7]) end
    if #held > 0 then
      redis.call('HSET', msg, 'text', A[6])
      redis.call('PERSIST', msg)
    else
      redis.call('HDEL', msg, 'text')
      if old == '' then redis.call('EXPIRE', msg, keep) end
    end
    redis.call('HSET', msg, 'links', table.concat(held, ' '))
  end
  at = version
  count(what)
  if #ids > 0 then
    redis.call('XADD', prefix .. 'changes', 'MAXLEN', '~', 100000, '*', 'what', what, 'links', table.concat(ids, ' '))
  end
  if #verbs > 0 then
    links[#links + 1] = 'r'
    for _, reaction in ipairs(verbs) do links[#links + 1] = reaction end
  end
  return reply('done', links)
end

local function reaction(A, msg)
  local mid, field = A[2], A[3] .. '\31' .. A[4]
  local before = redis.call('HGET', msg, 'r:' .. field)
  if before then
    local at, on = string.match(before, '^(%d+):(%d)')
    if tonumber(at) > tonumber(A[5]) then return { 'stale', '0' } end
    if tonumber(at) == tonumber(A[5]) and on == A[6] then
      local again = { 'known', '0' }
      for id in string.gmatch(redis.call('HGET', msg, 'links') or '', '%S+') do
        again[#again + 1] = id
        again[#again + 1] = '0'
      end
      return again
    end
  end
  local fresh = redis.call('EXISTS', msg) == 0
  redis.call('HSET', msg, 'r:' .. field, A[5] .. ':' .. A[6] .. ':' .. A[8])
  if fresh then redis.call('EXPIRE', msg, 2592000) end
  if A[7] ~= '' then redis.call('HINCRBY', A[7], 'reaction', 1) end
  local answer, ids = { 'done', '0' }, {}
  for id in string.gmatch(redis.call('HGET', msg, 'links') or '', '%S+') do
    local link = prefix .. 'link:' .. id
    if A[8] == 'v' and A[6] == '1' then
      redis.call('HSET', link, 'v:' .. mid .. '\31' .. field, '1')
    elseif A[8] == 'v' then
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
end

local answers, at = {}, 2
while at <= #ARGV do
  local write, words = {}, tonumber(ARGV[at])
  for i = 1, words do write[i] = ARGV[at + i] end
  at = at + words + 1
  if write[1] == 'message' then
    answers[#answers + 1] = message(write, prefix .. 'msg:' .. write[3])
  else
    answers[#answers + 1] = reaction(write, prefix .. 'msg:' .. write[2])
  end
end
return answers
