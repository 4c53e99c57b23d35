-- Two links that are one page become one, and go apart again; commit.lua, which stands after this, does it within an act.
--
-- The hash of a link that became part of another stays, with `into` (whose part it is), `joined` (when and by whom), its
-- own `key`, `cur` and `page`, and the shares of messages that share both. Everything else moves: a share that came under
-- another key than the link's own carries it as `k:MESSAGE`, so that it finds its way back. `K:KEY` is another key of the
-- link, `o:ID` a link that is part of it, `n:ID` one that somebody said is another page.
local function fields(key)
  local all, hash = redis.call('HGETALL', key), {}
  for i = 1, #all, 2 do hash[all[i]] = all[i + 1] end
  return hash, all
end

local function rest(name, kind)
  if string.sub(name, 1, 2) == kind then return string.sub(name, 3) end
end

-- Puts a share into a link's indexes; returns its time.
local function index(prefix, id, message, share)
  local told = cjson.decode(share)
  local at = string.format('%.0f', told.at)
  redis.call('ZADD', prefix .. 'person:' .. told.by, 'GT', at, id)
  redis.call('ZADD', prefix .. 'channel:' .. string.match(message, '^(.*)/'), 'GT', at, id)
  redis.call('SADD', prefix .. 'day:' .. string.format('%.0f', math.floor(told.at / 86400000)), id)
  return told.at
end

local function unindex(prefix, id, message, share)
  local told = cjson.decode(share)
  redis.call('ZREM', prefix .. 'person:' .. told.by, id)
  redis.call('ZREM', prefix .. 'channel:' .. string.match(message, '^(.*)/'), id)
  redis.call('SREM', prefix .. 'day:' .. string.format('%.0f', math.floor(told.at / 86400000)), id)
end

-- A message's links, with `after` in the place of `before`, each once.
local function relink(prefix, message, before, after)
  local links, seen, msg = {}, {}, prefix .. 'msg:' .. message
  for id in string.gmatch(redis.call('HGET', msg, 'links') or '', '%S+') do
    if id == before then id = after end
    if not seen[id] then links[#links + 1] = id end
    seen[id] = true
  end
  redis.call('HSET', msg, 'links', table.concat(links, ' '))
  return seen[after], links
end

local function state(prefix, cur)
  local decided = cur and cjson.decode(cur).state
  return decided and prefix .. 'state:' .. decided
end

local function keys_of(hash)
  local keys = { [hash.key] = true }
  for name in pairs(hash) do
    local key = rest(name, 'K:')
    if key then keys[key] = true end
  end
  return keys
end

local function unite(prefix, from, into, was, joined)
  local old, new = prefix .. 'link:' .. from, prefix .. 'link:' .. into
  local hash, all = fields(old)
  local last, stays = redis.call('ZSCORE', prefix .. 'all', from), {}
  for i = 1, #all, 2 do
    local message = rest(all[i], 's:')
    if message then
      local share, gone = all[i + 1], hash['g:' .. message]
      unindex(prefix, from, message, share)
      if redis.call('HEXISTS', new, all[i]) == 0 or (not gone and redis.call('HEXISTS', new, 'g:' .. message) == 1) then
        redis.call('HSET', new, all[i], share, 'k:' .. message, hash['k:' .. message] or hash.key)
        redis.call('HDEL', new, 'g:' .. message)
        if gone then redis.call('HSET', new, 'g:' .. message, gone) end
        redis.call('HDEL', old, all[i], 'g:' .. message, 'k:' .. message)
        index(prefix, into, message, share)
      else
        stays[message] = true
      end
      relink(prefix, message, from, into)
    end
  end
  for i = 1, #all, 2 do
    local name = all[i]
    local vote, tag, part, other = rest(name, 'v:'), rest(name, 't:'), rest(name, 'o:'), rest(name, 'n:')
    if vote then
      redis.call('HSET', new, name, all[i + 1])
      if not stays[string.match(vote, '^[^\31]*')] then redis.call('HDEL', old, name) end
    elseif tag then
      redis.call('HSET', new, name, '')
      redis.call('ZADD', prefix .. 'tag:' .. tag, 'GT', last or 0, into)
      redis.call('ZREM', prefix .. 'tag:' .. tag, from)
      redis.call('HDEL', old, name)
    elseif part or (other and other ~= into) then
      redis.call('HSET', new, name, '')
    end
  end
  for key in pairs(keys_of(hash)) do
    if redis.call('HGET', prefix .. 'keys', key) == from then
      redis.call('HSET', prefix .. 'keys', key, into)
      redis.call('HSET', new, 'K:' .. key, '')
    end
  end
  if hash.page then redis.call('HSETNX', new, 'page', hash.page) end
  if hash.ran and redis.call('HSETNX', new, 'ran', hash.ran) == 1 then redis.call('HSET', old, 'lent', '1') end
  if last then redis.call('ZADD', prefix .. 'all', 'GT', last, into) end
  if redis.call('HEXISTS', new, 'ran') == 1 then
    redis.call('ZREM', prefix .. 'open', into)
  elseif last then
    redis.call('ZADD', prefix .. 'open', 'GT', last, into)
  end
  redis.call('ZREM', prefix .. 'all', from)
  redis.call('ZREM', prefix .. 'open', from)
  local decided = state(prefix, hash.cur)
  if decided then redis.call('ZREM', decided, from) end
  redis.call('HDEL', new, 'n:' .. from)
  redis.call('HDEL', old, 'n:' .. into)
  redis.call('HSET', new, 'o:' .. from, '')
  redis.call('HSET', old, 'into', into, 'was', was, 'made', redis.call('HGET', new, 'cur') or '',
    'joined', joined)
  redis.call('HINCRBY', old, 'rev', 1)
  redis.call('HINCRBY', new, 'rev', 1)
end

local function part(prefix, from)
  local old, chain = prefix .. 'link:' .. from, {}
  local hash = fields(old)
  local root = hash.into
  while true do
    chain[#chain + 1] = root
    local next = redis.call('HGET', prefix .. 'link:' .. root, 'into')
    if not next then break end
    root = next
  end
  local keys = keys_of(hash)
  for key in pairs(keys) do
    if redis.call('HGET', prefix .. 'keys', key) == root then redis.call('HSET', prefix .. 'keys', key, from) end
    for _, id in ipairs(chain) do redis.call('HDEL', prefix .. 'link:' .. id, 'K:' .. key) end
  end
  for _, id in ipairs(chain) do
    redis.call('HDEL', prefix .. 'link:' .. id, 'o:' .. from)
    for name in pairs(hash) do
      if rest(name, 'o:') then redis.call('HDEL', prefix .. 'link:' .. id, name) end
    end
  end
  local new = prefix .. 'link:' .. root
  local united, all = fields(new)
  local moved, mine, theirs = {}, -1, -1
  for i = 1, #all, 2 do
    local message = rest(all[i], 's:')
    local key = message and united['k:' .. message]
    if key and keys[key] then
      redis.call('HSET', old, all[i], all[i + 1])
      if key ~= hash.key then redis.call('HSET', old, 'k:' .. message, key) end
      if united['g:' .. message] then redis.call('HSET', old, 'g:' .. message, united['g:' .. message]) end
      redis.call('HDEL', new, all[i], 'k:' .. message, 'g:' .. message)
      unindex(prefix, root, message, all[i + 1])
      mine = math.max(mine, index(prefix, from, message, all[i + 1]))
      relink(prefix, message, root, from)
      moved[message] = true
    end
  end
  for i = 1, #all, 2 do
    local message, vote, tag = rest(all[i], 's:'), rest(all[i], 'v:'), rest(all[i], 't:')
    if message and not moved[message] then
      -- Again, as a share that went may have had the same person, channel or day.
      theirs = math.max(theirs, index(prefix, root, message, all[i + 1]))
    elseif vote and moved[string.match(vote, '^[^\31]*')] then
      redis.call('HSET', old, all[i], all[i + 1])
      redis.call('HDEL', new, all[i])
    elseif tag then
      redis.call('HSET', old, all[i], '')
    end
  end
  -- The shares that had stayed: their messages share the other link as well.
  for name, share in pairs(hash) do
    local message = rest(name, 's:')
    if message and not moved[message] then
      mine = math.max(mine, index(prefix, from, message, share))
      local deleted = redis.call('HGET', prefix .. 'msg:' .. message, 'del')
      local there, links = relink(prefix, message, from, from)
      if deleted then
        redis.call('HSETNX', old, 'g:' .. message, deleted)
      elseif not there and not hash['g:' .. message] then
        links[#links + 1] = from
        redis.call('HSET', prefix .. 'msg:' .. message, 'links', table.concat(links, ' '))
      end
    end
  end
  local at = string.format('%.0f', math.max(mine, 0))
  for i = 1, #all, 2 do
    local tag = rest(all[i], 't:')
    if tag then redis.call('ZADD', prefix .. 'tag:' .. tag, at, from) end
  end
  redis.call('ZADD', prefix .. 'all', at, from)
  if theirs >= 0 then redis.call('ZADD', prefix .. 'all', string.format('%.0f', theirs), root) end
  if hash.lent then redis.call('HDEL', new, 'ran') end
  if not hash.ran then redis.call('ZADD', prefix .. 'open', at, from) end
  if theirs >= 0 and redis.call('HEXISTS', new, 'ran') == 0 then
    redis.call('ZADD', prefix .. 'open', string.format('%.0f', theirs), root)
  end
  local decided = state(prefix, hash.cur)
  if decided then redis.call('ZADD', decided, at, from) end
  redis.call('HDEL', old, 'into', 'was', 'made', 'joined', 'lent')
  redis.call('HSET', old, 'n:' .. root, '')
  redis.call('HSET', new, 'n:' .. from, '')
  redis.call('HINCRBY', old, 'rev', 1)
  redis.call('HINCRBY', new, 'rev', 1)
end

