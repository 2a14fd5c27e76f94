// gouji completion: the scripts that ask `gouji complete` for what may follow. They hold no word of the command line.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <string>
#include <string_view>

#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

// bash breaks words at "="; they are put together again, and only what stands after it is answered.
constexpr std::string_view kBash = R"(# bash completion of gouji; made by `gouji completion bash`
_gouji() {
  local words=() word last='' cut='' answer line i
  for ((i = 1; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]})) && [[ $word == = || $last == = ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    last=$word
  done
  COMPREPLY=()
  word=${words[${#words[@]}-1]}
  [[ $word == *=* ]] && cut=${word%=*}=
  answer=$("$1" complete@LANG@ -- "${words[@]}" 2>/dev/null) || return 0
  while IFS= read -r line; do
    case $line in
      :files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "${word#"$cut"}") ;;
      :folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "${word#"$cut"}") ;;
      :open) compopt -o nospace ;;
      :done) ;;
      *) line=${line%%$'\t'*}; COMPREPLY+=("${line#"$cut"}") ;;
    esac
  done <<<"$answer"
}
complete -F _gouji gouji
)";

constexpr std::string_view kZsh = R"(#compdef gouji
# zsh completion of gouji; made by `gouji completion zsh`
_gouji() {
  local line word then=:done
  local -a answer names shown open
  answer=("${(@f)$(${(Q)words[1]} complete@LANG@ -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in "${answer[@]}"; do
    if [[ $line == :* ]]; then
      then=$line
    elif [[ -n $line ]]; then
      names+=("${line%%$'\t'*}")
      shown+=("${line/$'\t'/  }")
    fi
  done
  case $then in
    (:files|:folders) compset -P '*=' ;;
  esac
  case $then in
    (:files) _files ;;
    (:folders) _files -/ ;;
    (*)
      [[ $then == :open ]] && open=(-S '')
      compadd -Q -l "${open[@]}" -d shown -a names ;;
  esac
}
if [[ $funcstack[1] == _gouji ]]; then
  _gouji "$@"
else
  compdef _gouji gouji
fi
)";

constexpr std::string_view kFish = R"(# fish completion of gouji; made by `gouji completion fish`
function __gouji_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    for line in ($words[1] complete@LANG@ -- $words[2..-1] "$word" 2>/dev/null)
        switch $line
            case :files
                if string match -qr '^--[^=]*=|^[a-z]+=' -- $word
                    set -l before (string replace -r '[^=]*$' '' -- $word)
                    for path in (__fish_complete_path (string replace -r '^.*=' '' -- $word))
                        echo $before$path
                    end
                else
                    __fish_complete_path $word
                end
            case :folders
                __fish_complete_directories (string replace -r '^--[^=]*=' '' -- $word)
            case :open :done
            case '*'
                echo $line
        end
    end
end
complete -c gouji -f -a '(__gouji_complete)'
)";

}  // namespace

int print_completion(const Options& options) {
  std::string script(options.paths.front() == "bash" ? kBash : options.paths.front() == "zsh" ? kZsh : kFish);
  constexpr std::string_view kLanguage = "@LANG@";
  script.replace(script.find(kLanguage), kLanguage.size(), options.language == Language::en ? " --lang en" : "");
  std::cout << script;
  return kClean;
}

}  // namespace gouji::cli
