import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atLeast } from '../../../../shared/access/ability'
import type { MaterialId } from '../../../../shared/ids'
import { setAuthorColors } from '../../../editor/suggesting/author-colors'
import { companionOf } from '../../../features/workspace/companion'
import { Frame } from '../../../features/workspace/Frame'
import { ModeSwitch } from '../../../features/workspace/ModeSwitch'
import { allowedMode } from '../../../features/workspace/rights'
import { TopBar } from '../../../features/workspace/TopBar'
import type { Material, Me, MeetingDetail } from '../../../lib/api-types'
import { EnterMeeting } from '../../EnterMeeting'
import { BackLink } from './BackLink'
import { MaterialActions } from './MaterialActions'
import { materialName } from './material-name'
import { NavOf } from './NavOf'
import { OutlineOf } from './OutlineOf'
import { PaneOf } from './PaneOf'
import { PanelButton } from './PanelButton'
import { Panes } from './Panes'
import { PeopleOf } from './PeopleOf'
import { SaveLineOf } from './SaveLineOf'
import { useModes } from './useModes'
import { useOpenTexts } from './useOpenTexts'
import { useSplit } from './useSplit'

interface WorkspaceProps {
  meeting: MeetingDetail
  material: Material
  me: Me
}

/** Composes the page: bar, left panel, one text or two. What the parts share is which texts are open and which is in hand. */
export function Workspace({ meeting, material, me }: WorkspaceProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const modes = useModes(me.person)
  const [panelOpen, setPanelOpen] = useState(false)
  const [split, setSplit] = useSplit()
  const texts = useOpenTexts()
  const [inHand, setInHand] = useState<MaterialId>(material.id)
  const user = useMemo(() => ({ id: me.person, name: me.name, color: me.color }), [me.person, me.name, me.color])

  const companion = companionOf(material, meeting.materials, me.person)
  const beside = split ? companion : null
  const current = beside !== null && inHand === beside.id ? beside : material
  const own = texts.of(material.id)
  const outlined = texts.of(current.id)
  const nameOf = (each: Material) => materialName(t, each, meeting.members)
  const name = nameOf(material)

  useEffect(() => {
    document.title = t('workspace.titleOf', { title: name, meeting: meeting.title })
  }, [t, name, meeting.title])

  useEffect(() => setAuthorColors(new Map(meeting.members.map(({ person, color }) => [person, color]))), [meeting.members])

  const hrefOf = (id: MaterialId) => `/m/${meeting.id}/${id}`
  const handleOpen = (id: MaterialId) => {
    setPanelOpen(false)
    setInHand(id)
    void navigate({ to: '/m/$meeting/$material', params: { meeting: meeting.id, material: id } })
  }
  const paneFor = (each: Material) => (
    <PaneOf
      key={each.id}
      meeting={meeting}
      material={each}
      name={nameOf(each)}
      me={me}
      user={user}
      mode={modes.of(each.id)}
      isSplit={beside !== null}
      isInHand={each.id === current.id}
      onOpened={texts.opened}
      onClosed={texts.closed}
      onTouched={() => setInHand(each.id)}
      onClose={each === beside ? () => setSplit(false) : undefined}
    />
  )

  return (
    <Frame
      panelOpen={panelOpen}
      onPanelClose={() => setPanelOpen(false)}
      top={
        <TopBar
          back={<BackLink meeting={meeting.id} />}
          menu={<PanelButton isOpen={panelOpen} onOpen={() => setPanelOpen(true)} />}
          title={name}
          meeting={meeting.title}
          state={material.state}
          save={beside === null && own !== null && <SaveLineOf session={own.session} />}
          people={beside === null && own?.presence && <PeopleOf presence={own.presence} user={user} members={meeting.members} />}
          mode={
            atLeast(current.ability, 'suggest') && (
              <ModeSwitch
                mode={allowedMode(current.ability, modes.of(current.id))}
                mayEdit={atLeast(current.ability, 'edit')}
                onChange={(mode) => modes.choose(current.id, mode)}
              />
            )
          }
          actions={
            <>
              <EnterMeeting meeting={meeting.id} />
              <MaterialActions
                meeting={meeting}
                material={material}
                name={name}
                me={me}
                session={own?.session ?? null}
                split={companion === null ? null : { isOn: split, onToggle: () => setSplit(!split) }}
              />
            </>
          }
        />
      }
      panel={
        <>
          <NavOf
            presence={own?.presence ?? null}
            editor={own?.editor ?? null}
            materials={meeting.materials}
            members={meeting.members}
            me={me.person}
            current={material.id}
            hrefOf={hrefOf}
            onOpen={handleOpen}
          />
          {outlined?.presence && (
            <OutlineOf
              presence={outlined.presence}
              editor={outlined.editor}
              user={user}
              meeting={meeting}
              material={current}
              title={beside === null ? undefined : nameOf(current)}
              onJumped={() => setPanelOpen(false)}
            />
          )}
        </>
      }
    >
      <Panes
        materials={beside === null ? [material] : [material, beside]}
        inHand={current.id}
        nameOf={nameOf}
        onChoose={setInHand}
        paneFor={paneFor}
      />
    </Frame>
  )
}
